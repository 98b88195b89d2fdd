using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

/// <summary>Signs with a word instead of a key, which whoever knows it can.</summary>
internal sealed class PlainSigner(string word) : ICheckpointSigner, ICheckpointVerifier
{
    /// <summary>What is thrown instead of an answer, as while a key is lost.</summary>
    public Exception? Fault { get; set; }

    public string Sign(long size, Digest root) => string.Create(CultureInfo.InvariantCulture, $"{word} {size} {root}");

    public ValueTask<string> SignAsync(MerkleTree tree, CancellationToken cancellationToken) => Fault is null ? new(Sign(tree.Size, tree.Root)) : throw Fault;

    public ValueTask<CheckpointClaim?> OpenAsync(string checkpoint, CancellationToken cancellationToken) =>
        Fault is not null ? throw Fault
        : checkpoint.Split(' ') is [var signature, var size, var root] && signature == word
            ? new(new CheckpointClaim(long.Parse(size, CultureInfo.InvariantCulture), Digest.Parse(root)))
            : new((CheckpointClaim?)null);
}
