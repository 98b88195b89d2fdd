namespace GdprKit.Mapping;

/// <summary>What a finding rests on, apart from the language in which it is told.</summary>
internal abstract record CoverageCause
{
    private CoverageCause()
    {
    }

    /// <summary>A property looks like personal data.</summary>
    /// <param name="Entity">The class that declares it.</param>
    /// <param name="Path">The property.</param>
    /// <param name="Suspicion">Why.</param>
    /// <param name="HasMap">Whether the class has a map to which a line can be added.</param>
    /// <param name="Written">How a map names the property.</param>
    public sealed record UndeclaredProperty(string Entity, PropertyPath Path, Suspicion Suspicion, bool HasMap, string Written) : CoverageCause;

    /// <summary>Rows refer to people.</summary>
    /// <param name="Name">The class of the rows.</param>
    /// <param name="Target">The class that they refer to.</param>
    public sealed record UndeclaredEntity(string Name, string Target) : CoverageCause;

    /// <summary>A category is nowhere.</summary>
    /// <param name="Key">The category.</param>
    public sealed record CategoryWithoutPlace(Key<DataCategory> Key) : CoverageCause;

    /// <summary>An event has no date.</summary>
    /// <param name="Key">The event.</param>
    public sealed record EventWithoutPlace(Key<RetentionEvent> Key) : CoverageCause;
}
