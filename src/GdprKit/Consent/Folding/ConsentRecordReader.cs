using System.Text;
using System.Text.Json;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>
/// Reads a consent as this program writes it, at a fraction of the cost of a serializer that must know every form: it is read for every
/// decision that is not remembered. It gives up on all else, which the serializer then reads or refuses.
/// </summary>
internal ref struct ConsentRecordReader
{
    private const int DigestLength = 2 * Digest.ByteCount;

    private Utf8JsonReader _json;
    private ConsentStatus _status;
    private Instant _since;
    private Instant? _givenAt;
    private Instant? _until;
    private Instant? _withdrawnAt;
    private bool _everRefusedOrWithdrawn;
    private bool _explicit;
    private ConsentActor _givenBy;
    private ConsentMedium _medium;
    private ConsentMechanism _mechanism;
    private Digest? _wording;
    private Language? _language;
    private Digest? _notice;
    private Digest? _agreement;
    private ValueList<MarketingChannel> _confirmOver;
    private ValueList<MarketingChannel> _provenChannels;
    private ValueList<ConsentSpan> _spans;
    private EntryId? _lastEntry;

    private ConsentRecordReader(ReadOnlySpan<byte> json) => _json = new Utf8JsonReader(json);

    /// <summary>Reads a record; <see langword="null"/> where it is not written as this program writes it.</summary>
    public static ConsentRecord? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new ConsentRecordReader(json);
            return reader.ReadMembers() ? reader.Record() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private readonly ConsentRecord Record() => new()
    {
        Status = _status,
        Since = _since,
        GivenAt = _givenAt,
        Until = _until,
        WithdrawnAt = _withdrawnAt,
        EverRefusedOrWithdrawn = _everRefusedOrWithdrawn,
        Explicit = _explicit,
        GivenBy = _givenBy,
        Medium = _medium,
        Mechanism = _mechanism,
        Wording = _wording,
        Language = _language,
        Notice = _notice,
        Agreement = _agreement,
        ConfirmOver = _confirmOver,
        ProvenChannels = _provenChannels,
        Spans = _spans,
        LastEntry = _lastEntry,
    };

    private bool ReadMembers()
    {
        if (!_json.Read() || _json.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        while (_json.Read() && _json.TokenType is JsonTokenType.PropertyName)
        {
            if (_json.ValueIsEscaped || !ReadMember(_json.ValueSpan))
            {
                return false;
            }
        }

        return _json.TokenType is JsonTokenType.EndObject && !_json.Read();
    }

    private bool ReadMember(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 when name.SequenceEqual("since"u8) => TryRead(out _since),
        5 when name.SequenceEqual("until"u8) => TryRead(out _until),
        5 when name.SequenceEqual("spans"u8) => TryRead(out _spans),
        6 when name.SequenceEqual("status"u8) => TryRead(out _status),
        6 when name.SequenceEqual("medium"u8) => TryRead(out _medium),
        6 when name.SequenceEqual("notice"u8) => TryRead(out _notice),
        7 when name.SequenceEqual("givenAt"u8) => TryRead(out _givenAt),
        7 when name.SequenceEqual("givenBy"u8) => TryRead(out _givenBy),
        7 when name.SequenceEqual("wording"u8) => TryRead(out _wording),
        8 when name.SequenceEqual("language"u8) => TryRead(out _language),
        8 when name.SequenceEqual("explicit"u8) => TryRead(out _explicit),
        9 when name.SequenceEqual("agreement"u8) => TryRead(out _agreement),
        9 when name.SequenceEqual("mechanism"u8) => TryRead(out _mechanism),
        9 when name.SequenceEqual("lastEntry"u8) => TryRead(out _lastEntry),
        11 when name.SequenceEqual("withdrawnAt"u8) => TryRead(out _withdrawnAt),
        11 when name.SequenceEqual("confirmOver"u8) => TryRead(out _confirmOver),
        14 when name.SequenceEqual("provenChannels"u8) => TryRead(out _provenChannels),
        22 when name.SequenceEqual("everRefusedOrWithdrawn"u8) => TryRead(out _everRefusedOrWithdrawn),
        _ => false,
    };

    private bool TryRead(out Instant instant)
    {
        instant = default;
        return _json.Read() && InstantText.TryRead(ref _json, out instant);
    }

    private bool TryRead(out Instant? instant)
    {
        var isRead = TryRead(out Instant value);
        instant = value;
        return isRead;
    }

    private bool TryRead(out bool value)
    {
        value = _json.Read() && _json.TokenType is JsonTokenType.True;
        return _json.TokenType is JsonTokenType.True or JsonTokenType.False;
    }

    private bool TryRead(out Digest? digest)
    {
        digest = null;
        if (!ReadText(DigestLength))
        {
            return false;
        }

        Span<char> text = stackalloc char[DigestLength];
        var isRead = Digest.TryParse(text[.._json.CopyString(text)], out var value);
        digest = value;
        return isRead;
    }

    private bool TryRead(out Language? language)
    {
        language = null;
        if (!ReadText(2))
        {
            return false;
        }

        language = _json.ValueTextEquals("nl"u8) ? Language.Dutch : _json.ValueTextEquals("en"u8) ? Language.English : null;
        return language is not null;
    }

    private bool TryRead(out EntryId? id)
    {
        id = null;
        if (!_json.Read() || _json.TokenType is not JsonTokenType.String)
        {
            return false;
        }

        var isRead = EntryId.TryParse(_json.GetString(), out var value);
        id = value;
        return isRead;
    }

    private bool TryRead<TEnum>(out TEnum member)
        where TEnum : struct, Enum
    {
        member = default;
        return _json.Read() && _json.TokenType is JsonTokenType.String && !_json.ValueIsEscaped && MemberNames<TEnum>.TryFind(_json.ValueSpan, out member);
    }

    private bool TryRead(out ValueList<MarketingChannel> channels)
    {
        channels = [];
        if (!_json.Read() || _json.TokenType is not JsonTokenType.StartArray)
        {
            return false;
        }

        List<MarketingChannel>? read = null;
        while (_json.Read() && _json.TokenType is not JsonTokenType.EndArray)
        {
            if (_json.TokenType is not JsonTokenType.String || _json.ValueIsEscaped || !MemberNames<MarketingChannel>.TryFind(_json.ValueSpan, out var channel))
            {
                return false;
            }

            (read ??= []).Add(channel);
        }

        channels = read?.ToValueList() ?? [];
        return true;
    }

    private bool TryRead(out ValueList<ConsentSpan> spans)
    {
        spans = [];
        if (!_json.Read() || _json.TokenType is not JsonTokenType.StartArray)
        {
            return false;
        }

        List<ConsentSpan>? read = null;
        while (_json.Read() && _json.TokenType is not JsonTokenType.EndArray)
        {
            if (_json.TokenType is not JsonTokenType.StartObject || !TryReadSpan(out var one))
            {
                return false;
            }

            (read ??= []).Add(one!);
        }

        spans = read?.ToValueList() ?? [];
        return true;
    }

    private bool TryRead(out ValueList<ConsentProof> proofs)
    {
        proofs = [];
        if (!_json.Read() || _json.TokenType is not JsonTokenType.StartArray)
        {
            return false;
        }

        List<ConsentProof>? read = null;
        while (_json.Read() && _json.TokenType is not JsonTokenType.EndArray)
        {
            if (_json.TokenType is not JsonTokenType.StartObject || !TryReadProof(out var one))
            {
                return false;
            }

            (read ??= []).Add(one!);
        }

        proofs = read?.ToValueList() ?? [];
        return true;
    }

    private bool TryReadSpan(out ConsentSpan? span)
    {
        Instant? from = null;
        Instant? to = null;
        ValueList<MarketingChannel> confirmOver = [];
        ValueList<ConsentProof> proofs = [];
        span = null;
        while (_json.Read() && _json.TokenType is JsonTokenType.PropertyName)
        {
            if (!(_json.ValueTextEquals("from"u8) ? TryRead(out from)
                : _json.ValueTextEquals("to"u8) ? TryRead(out to)
                : _json.ValueTextEquals("confirmOver"u8) ? TryRead(out confirmOver)
                : _json.ValueTextEquals("proofs"u8) && TryRead(out proofs)))
            {
                return false;
            }
        }

        span = from is { } start ? new ConsentSpan(start, to) { ConfirmOver = confirmOver, Proofs = proofs } : null;
        return span is not null;
    }

    private bool TryReadProof(out ConsentProof? proof)
    {
        MarketingChannel? channel = null;
        Instant? from = null;
        Instant? to = null;
        proof = null;
        while (_json.Read() && _json.TokenType is JsonTokenType.PropertyName)
        {
            if (!(_json.ValueTextEquals("channel"u8) ? TryRead(out channel) : _json.ValueTextEquals("from"u8) ? TryRead(out from) : _json.ValueTextEquals("to"u8) && TryRead(out to)))
            {
                return false;
            }
        }

        proof = channel is { } over && from is { } start ? new ConsentProof(over, start, to) : null;
        return proof is not null;
    }

    private bool TryRead(out MarketingChannel? channel)
    {
        var isRead = TryRead<MarketingChannel>(out var member);
        channel = member;
        return isRead;
    }

    private bool ReadText(int length) => _json.Read() && _json is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && _json.ValueSpan.Length == length;

    private static class MemberNames<TEnum>
        where TEnum : struct, Enum
    {
        private static readonly (byte[] Name, TEnum Member)[] All = Array.ConvertAll(Enum.GetValues<TEnum>(), member => (Encoding.UTF8.GetBytes($"{member}"), member));

        public static bool TryFind(ReadOnlySpan<byte> name, out TEnum member)
        {
            foreach (var each in All)
            {
                if (name.SequenceEqual(each.Name))
                {
                    member = each.Member;
                    return true;
                }
            }

            member = default;
            return false;
        }
    }
}
