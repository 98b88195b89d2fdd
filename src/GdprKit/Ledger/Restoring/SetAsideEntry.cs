namespace GdprKit.Ledger;

/// <summary>An entry as it is kept in the inbox of the mirror.</summary>
/// <param name="Kind">The kind of its stream.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Key">The key of its stream.</param>
/// <param name="Type">Its type.</param>
/// <param name="Facts">Its facts, in Base64.</param>
/// <param name="Content">The content to which it refers.</param>
/// <param name="Details">Under which id its details are kept; <see langword="null"/> when it has none.</param>
internal sealed record SetAsideEntry(string Kind, SubjectRef Subject, string Key, string Type, string Facts, ValueList<Digest> Content, EntryId? Details);
