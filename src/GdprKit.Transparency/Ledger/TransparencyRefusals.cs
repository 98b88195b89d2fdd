namespace GdprKit.Transparency;

/// <summary>Why something is refused; MESSAGES.md lists the ids.</summary>
internal static class TransparencyRefusals
{
    public static TransparencyException KeyMalformed() => new(
        TransparencyMessages.KeyMalformed, "A text is not a key that verifies notes.", "Pass the name, the id and the key as name+id+key, unchanged.");

    public static TransparencyException NameMalformed() => new(
        TransparencyMessages.NameMalformed, "A text is not the name of a key: it is empty, or has a blank or a plus sign in it.", "Use a name that is yours, as a host and a path: shop.example/privacy.");

    public static TransparencyException NoteMalformed() => new(
        TransparencyMessages.NoteMalformed, "A text is not a signed note.", "Pass the whole note as it was received: the text, an empty line, and the signatures.");

    public static TransparencyException TextUnsignable() => new(
        TransparencyMessages.TextUnsignable, "A text cannot be signed: it does not end with a line feed, or has another control character in it.", "End each line, the last one too, with a line feed.");

    public static TransparencyException Forged(string name) => new(
        TransparencyMessages.Forged, $"The signature of '{name}' does not fit the text.", "Trust nothing of it, and ask for the note again.");

    public static TransparencyException Unsigned() => new(
        TransparencyMessages.Unsigned, "A note bears no signature of a key that is trusted.", "Get the key of who signs from who signs, and pass it along.");

    public static TransparencyException CheckpointMalformed() => new(
        TransparencyMessages.CheckpointMalformed, "A text is not a checkpoint.", "It has an origin, a size, and a root, each on a line of its own.");

    public static TransparencyException AnotherOrigin() => new(
        TransparencyMessages.AnotherOrigin, "A checkpoint is to be signed with a key of another name than its origin.", "Give the key the name of the origin.");

    public static TransparencyException SignerMalformed() => new(
        TransparencyMessages.SignerMalformed, "A text is not a key that signs notes.", "Pass what Export of the key gave, unchanged.");

    public static TransparencyException NotTheEntries() => new(
        TransparencyMessages.NotTheEntries, "The entries do not come to the checkpoint that is written with them.", "Verify the ledger; sign a checkpoint of the entries that it has.");

    public static TransparencyException AnotherTree(string file) => new(
        TransparencyMessages.AnotherTree, $"The folder holds another tree: '{file}' has other hashes.", "Verify the ledger; where it is right, write into an empty folder, and find out who wrote into this one.");

    public static TransparencyException TileMissing(string file) => new(
        TransparencyMessages.TileMissing, $"The folder lacks the tile '{file}', or it is cut off.", "Write the tree again.");

    public static TransparencyException SignerMissing(Exception cause) => new(
        TransparencyMessages.SignerMissing,
        "There is no key to sign checkpoints with.",
        "Put its copy back. Where there is none, make another with NoteSignerFile.Create, and publish what verifies it beside the old one.",
        cause);

    public static TransparencyException SignerOpen() => new(
        TransparencyMessages.SignerOpen,
        "Others than the account of the application can read the key that signs checkpoints.",
        "Give the file to that account alone: mode 600. If somebody may have read it, make another key, and say from which checkpoint on it signs.");

    public static TransparencyException SignerExists() => new(
        TransparencyMessages.SignerExists, "There is a key to sign checkpoints with already.", "Use it; for another one, name another file.");

    public static TransparencyException SignerDamaged(Exception? cause) => new(
        TransparencyMessages.SignerDamaged, "The key that signs checkpoints is damaged, or cannot be read or written.", "Put its copy back; see that the account of the application owns the file.", cause);

    public static TransparencyException AnotherSigner() => new(
        TransparencyMessages.AnotherSigner,
        "The key that is to sign checkpoints has another name than the ledger, or is another one than was published.",
        "Put the right file there; or publish what verifies this one, and name that where checkpoints are set up.");
}
