package cn.mingjian.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/evaluations",
                "/v1/evaluations/dagang-2023-final/figures/indicator:home-visits",
                "/v1/districts/nansha/accounts/operator@dagang.nansha",
                "/v1/evaluations/dagang-2023-final/final/report.pdf",
                "/v1/evaluations/%E8%AF%84"
            })
    void passesOnWhatAServiceOffers(String path) {
        assertThat(Gateway.isOperation(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v2/evaluations",
                "/openapi",
                "/v1/../q/health",
                "/v1/./evaluations",
                "/v1/%2e%2e/q/health",
                "/v1/evaluations/..",
                "/v1/evaluations//sheets",
                "/v1/evaluations%2Fsheets",
                "/v1/evaluations/%5c",
                "/v1/evaluations/%00"
            })
    void passesNothingOnThatLeadsElsewhere(String path) {
        assertThat(Gateway.isOperation(path)).isFalse();
    }
}
