namespace GdprKit;

/// <summary>Something a register declares under a key of its own.</summary>
/// <typeparam name="TSelf">The declaration itself.</typeparam>
public interface IDeclaration<TSelf>
    where TSelf : class, IDeclaration<TSelf>
{
    /// <summary>The name by which code, the register file and the database know it.</summary>
    Key<TSelf> Key { get; }
}
