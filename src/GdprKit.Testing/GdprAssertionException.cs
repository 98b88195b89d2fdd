namespace GdprKit.Testing;

/// <summary>An assertion of <see cref="GdprAssert"/> that does not hold. Every test framework reports it as a failed test.</summary>
public sealed class GdprAssertionException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Everything that was found, each on lines of its own.</param>
    /// <param name="failures">What was found, one by one: an id, the fault, the remedy.</param>
    public GdprAssertionException(string message, ValueList<string> failures)
        : base(message) => Failures = failures;

    /// <summary>What was found, one by one: an id, the fault, the remedy.</summary>
    public ValueList<string> Failures { get; }
}
