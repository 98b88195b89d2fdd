namespace GdprKit;

/// <summary>What is to be recorded about a request is refused. Nothing was written.</summary>
/// <remarks>Its message holds no key of a person, no ref and no text of a request.</remarks>
public sealed class RightsRequestException : GdprKitException
{
    internal RightsRequestException(string id, string fault, string remedy)
        : base(id, fault, remedy)
    {
    }
}
