namespace GdprKit;

/// <summary>The fault of changing or leaving out what was never declared.</summary>
internal static class ChangeFaults
{
    private const string NothingToChangeId = "GDPR4199";

    public static RegisterFault NothingToChange(string path, string key) => new(
        path, NothingToChangeId, $"There is no activity '{key}' to change or leave out.", "Use the key of an activity declared before, or remove the call.");
}
