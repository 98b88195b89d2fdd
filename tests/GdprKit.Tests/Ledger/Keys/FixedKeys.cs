using System.Security.Cryptography;
using System.Text;

namespace GdprKit.Ledger;

/// <summary>Keys in memory, the current one first, which can be lost.</summary>
internal sealed class FixedKeys : IKeyRing
{
    private readonly List<byte[]> _keys = [[1, 2, 3]];

    public bool AreLost { get; set; }

    /// <summary>As when a ring of before is put back, or another one.</summary>
    public void ForgetCurrent() => _keys.RemoveAt(0);

    public void ForgetOldest() => _keys.RemoveAt(_keys.Count - 1);

    public void Rotate() => _keys.Insert(0, [(byte)_keys.Count, 9]);

    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(KeyPurpose purpose, ValueList<string> texts, CancellationToken cancellationToken) => AreLost
        ? throw new KeyRingException("GDPR3180", "There is no key ring.", "Put it back.")
        : new(texts.Select(text => _keys.Select(key => Digest.FromBytes(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose is KeyPurpose.Suppression ? text : $"{purpose} {text}")))).ToValueList()).ToValueList());
}
