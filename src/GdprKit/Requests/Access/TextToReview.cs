namespace GdprKit;

/// <summary>A text in which somebody else can be named, for who reads it before the person gets it.</summary>
/// <param name="Entity">What the row is called.</param>
/// <param name="Property">The field.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Text">The text; hand it to <see cref="ReviewedText"/>.</param>
public sealed record TextToReview(string Entity, PropertyPath Property, Key<DataCategory> Category, string Text)
{
    /// <summary>The field; the text is withheld.</summary>
    public override string ToString() => $"{Entity}.{Property}";
}
