namespace GdprKit;

/// <content>What happens to rows and their fields.</content>
public abstract partial class RetentionWording
{
    /// <summary>What becomes of the value of a field, as a fragment: "wordt leeggemaakt", "is emptied".</summary>
    /// <param name="disposal">What becomes of it.</param>
    public abstract string Name(FieldDisposal disposal);

    /// <summary>What becomes of rows that refer to a row that goes, as a fragment: "gaan mee weg", "go along".</summary>
    /// <param name="disposal">What becomes of them.</param>
    public abstract string Name(DependentDisposal disposal);

    /// <summary>What that means for the rows that refer and for the row that goes.</summary>
    /// <param name="disposal">What becomes of them.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Explanation(DependentDisposal disposal);

    /// <summary>Why nobody knows when data may go, to somebody who looks after them: "Er is geen datum waarop de termijn begint."</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Explanation(UnresolvedReason reason);

    /// <summary>What somebody can do about it.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Remedy(UnresolvedReason reason);
}
