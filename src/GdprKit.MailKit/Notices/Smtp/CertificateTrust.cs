using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace GdprKit.Notices;

/// <summary>Trusts the certificate of a server when an authority of the host's own issued it, for the name that was asked for.</summary>
internal sealed class CertificateTrust
{
    private readonly X509Certificate2Collection _authorities;

    private CertificateTrust(X509Certificate2Collection authorities) => _authorities = authorities;

    /// <summary>What the options say, or <see langword="null"/> where the machine decides.</summary>
    public static CertificateTrust? Of(SmtpOptions options) => options.TrustedAuthorityFile is null ? null : new CertificateTrust(ReadAuthorities(options));

    public static X509Certificate2Collection ReadAuthorities(SmtpOptions options)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Path.Combine(AppContext.BaseDirectory, options.TrustedAuthorityFile!));
        return authorities;
    }

    public bool Trusts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        // Another name, or no certificate at all, is no matter of authorities.
        if (certificate is not X509Certificate2 server || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.DisableCertificateDownloads = true;
        own.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        if (chain is not null)
        {
            // What the server sent along.
            own.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(element => element.Certificate).ToArray());
        }

        return own.Build(server);
    }
}
