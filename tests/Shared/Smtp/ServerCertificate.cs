using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GdprKit.Smtp;

/// <summary>A certificate for the loopback address, and the authority that issued it, made for one run of the tests.</summary>
/// <param name="Authority">The certificate of the authority, PEM.</param>
/// <param name="Certificate">The certificate of the server, PEM.</param>
/// <param name="Key">Its key, PEM.</param>
public sealed record ServerCertificate(string Authority, string Certificate, string Key)
{
    public static ServerCertificate Create()
    {
        // The certificates are older than the tests and outlive them, whatever the machine thinks the time is within a century.
        var (from, until) = (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var keyOfAuthority = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ofAuthority = new CertificateRequest("CN=Authority of the tests", keyOfAuthority, HashAlgorithmName.SHA256);
        ofAuthority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        ofAuthority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var authority = ofAuthority.CreateSelfSigned(from, until);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ofServer = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        ofServer.CertificateExtensions.Add(names.Build());
        ofServer.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        using var server = ofServer.Create(authority, from, until, RandomNumberGenerator.GetBytes(8));
        return new ServerCertificate(authority.ExportCertificatePem(), server.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
