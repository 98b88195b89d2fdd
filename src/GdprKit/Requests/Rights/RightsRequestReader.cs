namespace GdprKit;

/// <summary>Who reads the history of a request.</summary>
public enum RightsRequestReader
{
    /// <summary>The person: operators are numbered, and what they noted for themselves is left out.</summary>
    Person = 0,

    /// <summary>Who handles it: operators by their reference, with every text.</summary>
    Operator,
}
