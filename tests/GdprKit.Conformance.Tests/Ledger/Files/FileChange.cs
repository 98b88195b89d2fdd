namespace GdprKit.Conformance.Files;

/// <summary>What becomes of one file. Doing it again changes nothing.</summary>
/// <param name="Path">The file, from the folder.</param>
/// <param name="Replaces">Whether what was there goes.</param>
/// <param name="Length">How long it was, where it does not go.</param>
/// <param name="Bytes">What is written after that; nothing at all deletes a file that goes.</param>
internal sealed record FileChange(string Path, bool Replaces, long Length, byte[] Bytes)
{
    public void Do(string root, Medium medium)
    {
        var path = System.IO.Path.Combine(root, Path);
        if (Replaces && Bytes.Length == 0)
        {
            medium.Delete(path);
            return;
        }

        medium.Write(path, Replaces ? 0 : Length, Bytes);
    }
}
