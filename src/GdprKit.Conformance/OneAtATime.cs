namespace GdprKit.Conformance;

/// <summary>
/// The suites that measure the memory of the whole process run when no other test does. xunit heeds that only where the assembly of the
/// tests says so itself: <c>[CollectionDefinition(OneAtATime.Name, DisableParallelization = true)] public sealed class MeasuredAlone;</c>
/// </summary>
public static class OneAtATime
{
    /// <summary>The name of the collection of these suites.</summary>
    public const string Name = "GdprKit: one at a time";
}
