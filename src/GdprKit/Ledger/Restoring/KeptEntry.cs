namespace GdprKit.Ledger;

/// <summary>An entry as it is kept in the inbox of the mirror.</summary>
/// <param name="Id">The id that it had, or has, in the database.</param>
/// <param name="Kind">The kind of its stream.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Key">The key of its stream.</param>
/// <param name="Type">Its type.</param>
/// <param name="Facts">Its facts, in Base64.</param>
/// <param name="Content">The content to which it refers.</param>
/// <param name="HasDetails">Whether its details are kept beside it.</param>
/// <param name="PersonKind">The kind of the person, where it is known: the link can be lost with the database.</param>
/// <param name="PersonKey">The parts of the key of the person.</param>
internal sealed record KeptEntry(
    EntryId Id, string Kind, SubjectRef Subject, string Key, string Type, string Facts, ValueList<Digest> Content, bool HasDetails, string? PersonKind, ValueList<string> PersonKey);
