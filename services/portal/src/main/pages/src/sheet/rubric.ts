import { useQuery } from '@tanstack/react-query';
import { gotOrNone, scoring } from '../api/client';

/** An item of the rubric with the categories above it. */
export interface RubricItem {
  code: string;
  name: string;
  max: string;
  basis?: string;
  kind: string;
  commentBelow?: string;
  path: string[];
}

interface Category {
  code: string;
  name: string;
  items?: Omit<RubricItem, 'path'>[];
  categories?: Category[];
}

/** The rubric of a round, or none while none is chosen. */
export const useRubric = (evaluation: string, enabled = true) =>
  useQuery({
    queryKey: ['rubric', evaluation],
    enabled,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/rubric', { params: { path: { evaluation } } })),
  });

/** A party's items in the rubric's order. */
export const itemsOf = (rubric: { parties: unknown } | null | undefined, party: string): RubricItem[] =>
  inOrder((rubric?.parties as Record<string, Category[]> | undefined)?.[party] ?? []);

/** Whatever the depth of the tree. */
function inOrder(categories: Category[], above: string[] = []): RubricItem[] {
  return categories.flatMap((category) => {
    const path = [...above, category.name];
    return [
      ...(category.items ?? []).map((item) => ({ ...item, path })),
      ...inOrder(category.categories ?? [], path),
    ];
  });
}
