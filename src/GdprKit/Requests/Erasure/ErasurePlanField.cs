namespace GdprKit;

/// <summary>What an erasure takes of one field.</summary>
/// <param name="Property">The field.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Now">How many of its values go now, with their row or without it.</param>
/// <param name="Stays">Those that stay, by reason and day.</param>
public sealed record ErasurePlanField(PropertyPath Property, Key<DataCategory> Category, long Now, ValueList<ErasureStay> Stays);
