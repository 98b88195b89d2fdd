using System.Collections.Concurrent;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>To what the people of a list agreed: what a register declares. Consent covers what people were told then, and nothing that came later.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class AgreedRegister
{
    private readonly ConcurrentDictionary<Key<ProcessingActivity>, LedgerContent> _agreements = [];

    private AgreedRegister(ProcessingRegister? register) => Register = register;

    /// <summary>What the register declares today is what they were told.</summary>
    public static AgreedRegister Today { get; } = new(null);

    /// <summary>Nobody can tell any more. The consents are recorded, so that it is known whom to ask anew; they permit nothing.</summary>
    public static AgreedRegister Unknown { get; } = new(null);

    internal ProcessingRegister? Register { get; }

    /// <summary>What an earlier register declared, as its file says: <c>AgreedRegister.Of(ProcessingRegister.FromJson(…))</c>.</summary>
    /// <param name="register">The register of that day.</param>
    public static AgreedRegister Of(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new AgreedRegister(register);
    }

    internal LedgerContent ContentOf(Key<ProcessingActivity> activity) =>
        _agreements.GetOrAdd(activity, key => LedgerContent.Of(Register!.Only(key).ToCanonicalJson()));
}
