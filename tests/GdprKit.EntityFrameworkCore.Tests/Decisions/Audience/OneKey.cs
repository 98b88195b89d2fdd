using System.Security.Cryptography;
using System.Text;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>A key of the suppression list in memory.</summary>
internal sealed class OneKey : IKeyRing
{
    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(KeyPurpose purpose, ValueList<string> texts, CancellationToken cancellationToken) =>
        new(texts.Select(text => (ValueList<Digest>)[Digest.FromBytes(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(text)))]).ToValueList());
}
