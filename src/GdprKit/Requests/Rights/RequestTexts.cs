namespace GdprKit.Requests;

/// <summary>The names in the details of what is said about requests in free words, and who may read it.</summary>
internal static class RequestTexts
{
    public const string Asked = "asked";

    public const string Address = "address";

    public const string Question = "question";

    public const string Reply = "reply";

    public const string Doubt = "doubt";

    public const string Sentence = "sentence";

    public const string Reasons = "reasons";

    public const string Done = "done";

    public const string Note = "note";

    /// <summary>Whether the person reads it too: all that the person said or was told.</summary>
    public static bool IsForPerson(string name) => name is not (Doubt or Note);
}
