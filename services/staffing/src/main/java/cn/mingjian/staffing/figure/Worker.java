package cn.mingjian.staffing.figure;

import java.time.LocalDate;

/**
 * One row of the roster, as far as figures depend on it.
 *
 * @param number the worker's number at its operator
 * @param practiceSince first day of practice as a social worker, anywhere
 */
public record Worker(String number, Certificate certificate, Employment employment, LocalDate practiceSince) {

    public Worker {
        if (number.isBlank()) {
            throw new IllegalArgumentException("a worker has a number");
        }
    }

    /** Whether the worker has practised for so many whole years by that day; from 29 February it is 28 in other years. */
    public boolean isExperiencedOn(LocalDate day, int years) {
        return !practiceSince.plusYears(years).isAfter(day);
    }
}
