import { useQuery } from '@tanstack/react-query';
import { district, got } from '../api/client';
import type { Evaluation } from '../evaluation/EvaluationPage';

/** The agreement that a round pinned: its names for indicators and areas. */
export const useAgreement = (evaluation: Evaluation) =>
  useQuery({
    queryKey: ['agreement', evaluation.code],
    queryFn: () =>
      got(
        district.GET('/v1/districts/{district}/stations/{station}/agreements/{agreement}/versions/{version}', {
          params: {
            path: {
              district: evaluation.district,
              station: evaluation.station,
              agreement: evaluation.agreement,
              version: String(evaluation.agreementVersion),
            },
          },
        }),
      ),
  });
