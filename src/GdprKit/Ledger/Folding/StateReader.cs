namespace GdprKit.Ledger;

/// <summary>Reads a state from JSON in UTF-8.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="json">The JSON.</param>
/// <returns>The state; <see langword="null"/> where it is written in a way that this does not know.</returns>
internal delegate TState? StateReader<out TState>(ReadOnlySpan<byte> json)
    where TState : class;
