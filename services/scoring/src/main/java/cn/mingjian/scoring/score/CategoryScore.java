package cn.mingjian.scoring.score;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The sum of a category's regular item means and of their maxima, nested categories included; items nobody scored are in
 * neither, so that a category without any score has 0 of 0.
 */
public record CategoryScore(Category category, BigFraction score, BigFraction max) {

    static CategoryScore of(Category category, Map<String, ItemScore> items) {
        Set<String> codes = category.allItems().map(Item::code).collect(Collectors.toSet());
        List<ItemScore> counted = items.values().stream()
                .filter(item -> codes.contains(item.item().code()) && item.countsInSums())
                .toList();
        return new CategoryScore(category, sumOfMeans(counted), sumOfMaxima(counted));
    }

    static BigFraction sumOfMeans(List<ItemScore> items) {
        return items.stream().map(item -> item.mean().orElseThrow()).reduce(BigFraction.ZERO, BigFraction::add);
    }

    static BigFraction sumOfMaxima(List<ItemScore> items) {
        return items.stream().map(item -> item.item().max()).reduce(BigFraction.ZERO, BigFraction::add);
    }
}
