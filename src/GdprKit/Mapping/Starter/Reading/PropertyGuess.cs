namespace GdprKit.Mapping;

/// <summary>What a property is thought to be.</summary>
internal abstract record PropertyGuess(PropertyDescription Property)
{
    /// <summary>It holds personal data.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="Category">The key of the category.</param>
    /// <param name="Word">The word that betrays it, or <see langword="null"/> when the whole row is of the category.</param>
    public sealed record Field(PropertyDescription Property, string Category, PersonalDataWord? Word) : PropertyGuess(Property);

    /// <summary>It is not personal.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="Reason">Why not, for the map.</param>
    /// <param name="Mark">Why that is thought, or that nobody knows.</param>
    public sealed record NotPersonal(PropertyDescription Property, string Reason, Mark Mark) : PropertyGuess(Property);
}
