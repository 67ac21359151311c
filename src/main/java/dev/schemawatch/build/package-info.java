/** What works on the compiled classes before they are packaged. Nothing of it runs in the product. */
@NullMarked
package dev.schemawatch.build;

import org.jspecify.annotations.NullMarked;
