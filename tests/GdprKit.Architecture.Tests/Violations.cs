namespace GdprKit.Architecture;

/// <summary>Says everything that breaks a rule, not only the first.</summary>
internal static class Violations
{
    public static void ShouldBeNone<T>(this IEnumerable<T> violations) =>
        string.Join(Environment.NewLine, violations.Select(violation => violation?.ToString()).Distinct()).Should().BeEmpty();
}
