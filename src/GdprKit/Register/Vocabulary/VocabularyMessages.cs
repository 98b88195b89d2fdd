namespace GdprKit.Register;

/// <summary>The ids of the vocabulary's messages; MESSAGES.md lists them all.</summary>
internal static class VocabularyMessages
{
    public const string UnknownTerm = "GDPR1060";
}
