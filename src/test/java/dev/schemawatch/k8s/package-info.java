/** What the manifests under {@code k8s/} have to agree with. */
@NullMarked
package dev.schemawatch.k8s;

import org.jspecify.annotations.NullMarked;
