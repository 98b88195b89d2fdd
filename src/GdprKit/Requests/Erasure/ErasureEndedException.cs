namespace GdprKit.Requests;

/// <summary>Takes back a transaction in which rows were to go: the order was taken back meanwhile, so nothing more goes.</summary>
#pragma warning disable CA1064 // It is caught where erasures are carried out, and nobody else meets it.
internal sealed class ErasureEndedException() : Exception("The erasure was ended.");
#pragma warning restore CA1064
