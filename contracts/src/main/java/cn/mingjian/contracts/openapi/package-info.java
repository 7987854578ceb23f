/** The OpenAPI files: what each service's callers may rely on. */
@NullMarked
package cn.mingjian.contracts.openapi;

import org.jspecify.annotations.NullMarked;
