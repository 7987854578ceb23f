import { useQuery } from '@tanstack/react-query';
import { got, scoring } from '../api/client';

export const useVetoes = (evaluation: string) =>
  useQuery({
    queryKey: ['vetoes', evaluation],
    refetchInterval: 15_000,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/vetoes', { params: { path: { evaluation } } })),
  });

export const isUndecided = ({ upheld }: { upheld?: boolean | null }) => upheld === null || upheld === undefined;
