namespace GdprKit.Ledger;

/// <summary>What a checkpoint commits a ledger to. It names nobody.</summary>
/// <param name="Size">How many entries the ledger has.</param>
/// <param name="Root">The root of the tree over them (RFC 9162, section 2.1).</param>
public readonly record struct CheckpointClaim(long Size, Digest Root);
