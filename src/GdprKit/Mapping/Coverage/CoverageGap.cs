namespace GdprKit;

/// <summary>What kind of gap there is between what is stored and what is declared.</summary>
public enum CoverageGap
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>A stored property looks like personal data and has no category, nor the reason why it is not personal.</summary>
    UndeclaredProperty,

    /// <summary>Rows of an entity refer to people, and no map is about it.</summary>
    UndeclaredEntity,

    /// <summary>A declared category is stored nowhere that a map or a manual store names.</summary>
    CategoryWithoutPlace,

    /// <summary>A period runs from an event whose date no map names, so it can never be said to be over.</summary>
    EventWithoutPlace,
}
