namespace GdprKit.InMemory;

/// <summary>One call of <c>UseInMemory</c>.</summary>
internal sealed record InMemoryDeclaration(Action<IServiceProvider, InMemoryStoreBuilder> Configure);
