namespace GdprKit.Testing;

/// <summary>Makes an assertion fail, with everything that was found.</summary>
internal static class Failure
{
    /// <summary>The exception to throw.</summary>
    /// <param name="heading">What does not hold, in a sentence.</param>
    /// <param name="failures">What was found; one or more.</param>
    /// <param name="advice">What else to say, on lines of its own.</param>
    public static GdprAssertionException Of(string heading, IEnumerable<string> failures, params IEnumerable<string> advice)
    {
        var all = failures.ToValueList();
        return new GdprAssertionException(string.Join(Environment.NewLine, [heading, .. all.Select(failure => $"  {failure}"), .. advice]), all);
    }
}
