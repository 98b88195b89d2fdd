namespace GdprKit.Requests;

/// <summary>A file of a source about a person.</summary>
/// <param name="Title">What it is, in words that the person reads: "scan of the contract". It becomes no name of a file.</param>
/// <param name="Category">What it holds; a category of the register.</param>
/// <param name="Extension">How its name ends, without a dot: 1 to 8 lower-case letters and digits.</param>
/// <param name="OpenAsync">Opens it; called once, and what it gives is read to its end and closed.</param>
public sealed record SourceFile(string Title, Key<DataCategory> Category, string Extension, Func<CancellationToken, ValueTask<Stream>> OpenAsync)
{
    /// <summary>Whether the person provided it (Art. 20(1)).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsProvided { get; init; } = true;

    /// <summary>The word "file": what it is is withheld.</summary>
    public override string ToString() => "file";
}
