namespace GdprKit.Mapping;

/// <summary>A kind of people that the name of a class betrays.</summary>
/// <param name="Key">The key of the kind.</param>
/// <param name="Label">What they are called, in the plural.</param>
/// <param name="One">One of them, with an article, in English: "a customer".</param>
/// <param name="Role">What they are to the controller.</param>
internal sealed record PeopleWord(string Key, LocalizedText Label, string One, PeopleRole Role);
