/**
 * Git, asked by running its program: it alone knows every form of a repository (worktrees, submodules, packed references,
 * alternates, sparse indexes). The one home of such processes. Nothing here changes a repository, takes a lock, asks for a
 * password or fetches; whatever goes wrong is an {@link Answer}, never an exception of git's own. May use {@code workspace}.
 */
@NullMarked
package dev.schemawatch.git;

import org.jspecify.annotations.NullMarked;
