namespace GdprKit;

/// <summary>Who reads the history of a request.</summary>
public enum RightsRequestReader
{
    /// <summary>Nothing was said; judged as <see cref="Person"/>.</summary>
    Unspecified = 0,

    /// <summary>The person: operators are numbered, and what they noted for themselves is left out.</summary>
    Person,

    /// <summary>Who handles it: operators by their reference, with every text.</summary>
    Operator,
}
