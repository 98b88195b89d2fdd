using System.Security.Cryptography;
using System.Text;

namespace GdprKit.Decisions;

/// <summary>Keys in memory, the current one first, which can be lost.</summary>
internal sealed class FixedKeys : ISuppressionKeys
{
    private readonly List<byte[]> _keys = [[1, 2, 3]];

    public bool AreLost { get; set; }

    /// <summary>As when a ring of before is put back, or another one.</summary>
    public void ForgetCurrent() => _keys.RemoveAt(0);

    public void Rotate() => _keys.Insert(0, [(byte)_keys.Count, 9]);

    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(ValueList<string> texts, CancellationToken cancellationToken) => AreLost
        ? throw new SuppressionKeysException("GDPR3180", "There is no key ring.", "Put it back.")
        : new(texts.Select(text => _keys.Select(key => Digest.FromBytes(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))).ToValueList()).ToValueList());
}
