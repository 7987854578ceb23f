import { useQuery } from '@tanstack/react-query';
import { gotOrNone, indicator } from '../api/client';
import type { Evaluation } from '../evaluation/EvaluationPage';

/** The achievement that counts and that the caller may see by now; null when there is none. */
export const useAchievement = (evaluation: Evaluation) =>
  useQuery({
    queryKey: ['achievement', evaluation.code, evaluation.achievementVersion],
    queryFn: () =>
      gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/achievement', { params: { path: { evaluation: evaluation.code } } })),
  });
