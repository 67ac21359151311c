package dev.schemawatch.cli;

import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.InvalidSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The one place where an exception becomes a message and an exit status. It runs the command itself, since picocli hands over
 * exceptions but lets an error (no stack, no memory, a class that is not there) end the process with a stack trace.
 */
final class FailureHandler implements IExecutionStrategy, IExecutionExceptionHandler, IParameterExceptionHandler {
    private final GlobalOptions options;

    FailureHandler(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public int execute(ParseResult arguments) {
        try {
            return new RunLast().execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
            internal(arguments.commandSpec().commandLine().getErr(), failure);
            return end(arguments, ExitStatus.FAILED);
        }
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        print(err, failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        print(err, "Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        ExitStatus status = switch (failure) {
            case CommandFailure known -> {
                print(err, known.getMessage());
                yield known.status();
            }
            case InvalidSetup invalid -> {
                print(err, invalid.getMessage());
                yield ExitStatus.CONFIGURATION;
            }
            case IOException refused -> {
                print(err, sentence(refused));
                yield ExitStatus.FAILED;
            }
            case InvalidPathException name -> {
                CommandFailure known = UnusableName.failure(name);
                print(err, known.getMessage());
                yield known.status();
            }
            default -> {
                internal(err, failure);
                yield ExitStatus.FAILED;
            }
        };
        return end(arguments, status);
    }

    /** A command that is a part of something else decides itself what its failure does to that. */
    private static int end(ParseResult arguments, ExitStatus status) {
        ParseResult last = arguments;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().userObject() instanceof Forgiving command
                ? command.after(status).code()
                : status.code();
    }

    /** The disk's exceptions often say no more than a path; all others of this kind are thrown with a message for people. */
    private static String sentence(IOException refused) {
        return switch (refused) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied.";
            case NoSuchFileException missing -> missing.getFile() + " does not exist.";
            case FileAlreadyExistsException there -> there.getFile() + " exists already.";
            default -> String.valueOf(refused.getMessage());
        };
    }

    /** The message of an exception that nobody expected may quote anything, so it is shown on request only. */
    private void internal(PrintWriter err, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        print(
                err,
                "Internal error: " + failure.getClass().getSimpleName() + place + " (schemawatch " + Version.number()
                        + ").");
        if (options.debug()) {
            failure.printStackTrace(err);
            err.flush();
        } else {
            print(
                    err,
                    "This is a fault of Schemawatch. Please report it with the output of the same command and --debug.");
        }
    }

    private static void print(PrintWriter err, @Nullable String message) {
        String.valueOf(message).lines().map(Printable::of).forEach(err::println);
        err.flush();
    }
}
