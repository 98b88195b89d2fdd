namespace GdprKit.Ledger;

/// <summary>
/// How far a mirror was known to reach: written after each batch is on the disk, not flushed itself. By it a last batch that was cut off or changed is told from one
/// that was never whole. Where it is missing or damaged nothing is known, and nothing is wrong.
/// </summary>
/// <param name="Ledger">Of which ledger.</param>
/// <param name="Size">How much it held.</param>
/// <param name="Root">The root of its tree then.</param>
internal sealed record TipWitness(Guid Ledger, long Size, Digest Root)
{
    public static TipWitness? Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var frame = new FrameReader(file, 0, FrameReader.Few);
            if (frame.Read() is not FrameKind.Witness)
            {
                return null;
            }

            var reader = new BodyReader(frame.Body);
            return new TipWitness(reader.Id(), reader.Number8(), reader.Hash());
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or InvalidDataException)
        {
            return null;
        }
    }

    public void Write(MirrorMedium medium, string path)
    {
        var writer = new FrameWriter();
        writer.Begin(FrameKind.Witness);
        writer.Id(Ledger);
        writer.Number8(Size);
        writer.Hash(Root);
        writer.End();
        try
        {
            using var file = medium.Open(path, FileMode.OpenOrCreate);
            medium.Write(file.SafeFileHandle, writer.Written.Span, 0);
        }
        catch (Exception exception) when (MirrorFaults.IsOfMedium(exception))
        {
            // What it bears witness to is on the disk already.
        }
    }
}
