using System.Buffers.Binary;

namespace GdprKit.Notices;

/// <summary>
/// How many mails failed in the same way one after another. Addresses that do not exist, and rows on which a template fails, come one by one; a server
/// that refuses everybody, or a template that fails for everybody, says more about itself, and must not make everybody unreachable. Kept with the
/// lease, because a run can be short.
/// </summary>
internal sealed class SendingDoubts
{
    /// <summary>How many in a row are believed.</summary>
    public const int Most = 20;

    /// <summary>How long it is when it is written.</summary>
    public const int Bytes = (2 * sizeof(int)) + 1;

    private int _refusals;
    private int _failures;
    private volatile bool _hasSent;

    /// <summary>Whether a mail ever went, so that the program is able to write one.</summary>
    public bool HasSent => _hasSent;

    public static SendingDoubts Read(ReadOnlySpan<byte> bytes) => bytes.Length < Bytes ? new() : new()
    {
        _refusals = BinaryPrimitives.ReadInt32BigEndian(bytes),
        _failures = BinaryPrimitives.ReadInt32BigEndian(bytes[sizeof(int)..]),
        _hasSent = bytes[Bytes - 1] != 0,
    };

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, Volatile.Read(ref _refusals));
        BinaryPrimitives.WriteInt32BigEndian(bytes[sizeof(int)..], Volatile.Read(ref _failures));
        bytes[Bytes - 1] = _hasSent ? (byte)1 : (byte)0;
    }

    /// <summary>Counts an answer.</summary>
    /// <returns>Whether it says more about the server, or the program, than about the person.</returns>
    public bool IsDoubted(MailOutcome outcome)
    {
        switch (outcome)
        {
            case MailOutcome.Accepted:
                Volatile.Write(ref _refusals, 0);
                Volatile.Write(ref _failures, 0);
                _hasSent = true;
                return false;
            case MailOutcome.Refused { Fault: not (MailFault.AddressMalformed or MailFault.AddressNotSupported) }:
                return Interlocked.Increment(ref _refusals) > Most;
            case MailOutcome.Deferred { Fault: var fault } when IsOfProgram(fault):
                return Interlocked.Increment(ref _failures) > Most;
            default:
                return false;
        }
    }

    /// <summary>Whether the program failed, and no server said anything.</summary>
    public static bool IsOfProgram(MailFault fault) => fault is MailFault.MailNotWritten or MailFault.TransportFailed;
}
