namespace GdprKit;

/// <summary>An export of what is held about a person is not made, or cannot be read. Nothing of it is kept, and nothing was recorded.</summary>
/// <remarks>Its message holds no key of a person and no value.</remarks>
public sealed class PersonalDataExportException : GdprKitException
{
    internal PersonalDataExportException(string id, string fault, string remedy, Exception? cause = null)
        : base(id, fault, remedy, cause)
    {
    }
}
