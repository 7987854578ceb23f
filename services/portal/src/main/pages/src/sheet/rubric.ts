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

/** A party's items in the rubric's order, whatever the depth of its tree. */
export function itemsOf(categories: Category[], above: string[] = []): RubricItem[] {
  return categories.flatMap((category) => {
    const path = [...above, category.name];
    return [
      ...(category.items ?? []).map((item) => ({ ...item, path })),
      ...itemsOf(category.categories ?? [], path),
    ];
  });
}
