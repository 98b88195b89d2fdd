namespace GdprKit;

/// <summary>One row of <see cref="ChangeRules"/>.</summary>
/// <param name="Pattern">Where, in the register file; <c>*</c> is a key, or an item of a list.</param>
/// <param name="Element">What kind of part stands there.</param>
/// <param name="Added">What it is when the part was not there.</param>
/// <param name="Removed">What it is when the part is there no more.</param>
/// <param name="Replaced">
/// What it is when the part says something else; <see langword="null"/> for a part that is only made of others, which have rules of their own.
/// </param>
internal sealed record ChangeRule(
    string Pattern, RegisterElement Element, ChangeSignificance Added, ChangeSignificance Removed, ChangeSignificance? Replaced)
{
    /// <summary>The properties by which an item of a list is known again in another register.</summary>
    public string[] Identity { get; init; } = [];

    /// <summary>Whether the register file leaves the part out when it says what follows anyway; then only the meaning is compared.</summary>
    public bool HasDefault { get; init; }
}
