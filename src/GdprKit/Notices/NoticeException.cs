namespace GdprKit;

/// <summary>What is to be recorded about privacy notices is refused. Nothing was written.</summary>
/// <remarks>Its message holds no key of a person, no ref and no fact.</remarks>
public sealed class NoticeException : GdprKitException
{
    internal NoticeException(string id, string fault, string remedy)
        : base(id, fault, remedy)
    {
    }
}
