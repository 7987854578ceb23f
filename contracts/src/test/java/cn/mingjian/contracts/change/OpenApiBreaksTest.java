package cn.mingjian.contracts.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiBreaksTest {

    private static final String BEFORE = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        components:
          schemas:
            Opening:
              type: object
              required: [title]
              properties:
                title: {type: string}
                stage: {type: string, enum: [MIDTERM, FINAL]}
                note: {type: [string, 'null']}
                parties:
                  type: array
                  items: {type: object, properties: {weight: {type: string}}}
            View:
              type: object
              required: [phase]
              properties:
                phase: {type: string, enum: [OPEN, CLOSED]}
                version: {type: integer, format: int32}
        paths:
          /v1/evaluations/{evaluation}:
            put:
              operationId: open
              parameters:
              - {name: evaluation, in: path, required: true, schema: {type: string}}
              - {name: Prefer, in: header, schema: {type: string}}
              requestBody:
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Opening'}
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/View'}
        """;

    private static final String OPERATION = "PUT /v1/evaluations/{evaluation}: ";

    @Test
    void letsAgreementsGrow() {
        assertThat(breaks("    note:", "    remark: {type: string}\n        note:"))
                .isEmpty();
        assertThat(breaks("        version:", "        since: {type: string}\n        version:"))
                .isEmpty();
        assertThat(breaks("'200':", "'429': {description: Too many}\n        '200':"))
                .isEmpty();
        assertThat(breaks(
                        "paths:",
                        "paths:\n  /v1/more:\n    get: {operationId: more, responses: {'200': {description: OK}}}"))
                .isEmpty();
        assertThat(breaks("description: OK", "description: 好")).isEmpty();
        assertThat(breaks("required: [title]", "required: []")).isEmpty();
        assertThat(breaks(
                        "- {name: Prefer", "- {name: page, in: query, schema: {type: string}}\n      - {name: Prefer"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "operationId: open | operationId: start | operationId was open and is start",
                "  put: |   post: | was taken away",
                "{evaluation}: | {code}/opening: | was taken away",
                "stage: {type: string, enum: [MIDTERM, FINAL]} | stage: {type: string, enum: [FINAL]} | /stage",
                "enum: [OPEN, CLOSED] | enum: [OPEN, CLOSED, GONE] | /phase",
                "enum: [OPEN, CLOSED] | enum: [OPEN] | /phase",
                "version: {type: integer, format: int32} | version: {type: string} | /version",
                "version: {type: integer, format: int32} | revision: {type: integer, format: int32} | [version]",
                "stage: {type: string, enum: [MIDTERM, FINAL]} | level: {type: string} | [stage]",
                "{weight: {type: string}} | {weight: {type: integer}} | /weight",
                "required: [title] | required: [title, stage] | required",
                "required: [phase] | required: [] | required",
                "'200': | '204': | [200]",
                "application/json: | text/plain: | application/json",
                "{name: Prefer, in: header, schema: {type: string}} | {name: Prefer, in: header, required: true,"
                        + " schema: {type: string}} | Prefer",
                "- {name: Prefer, in: header, schema: {type: string}} | `` | parameters"
            })
    void namesWhatBreaksAndWhere(String part, String instead, String said) {
        assertThat(breaks(part, instead)).isNotEmpty().anyMatch(found -> found.contains(said));
        assertThat(breaks(part, instead)).allMatch(found -> found.startsWith(OPERATION));
    }

    private static List<String> breaks(String part, String instead) {
        assertThat(BEFORE).contains(part);
        return OpenApiBreaks.between(BEFORE, BEFORE.replace(part, instead));
    }
}
