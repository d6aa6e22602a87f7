#pragma once

#include "support/http_client.hpp"
#include "support/raw_socket.hpp"
#include "wire/deflate.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koudmen::tests {

// The other side of a WebSocket, written from RFC 6455 alone; it can be rude. Nothing in it
// asserts, so a test may have some on threads of their own.
class LivePhone {
public:
    static constexpr unsigned text = 1;
    static constexpr unsigned binary = 2;
    static constexpr unsigned close = 8;
    static constexpr unsigned ping = 9;
    static constexpr unsigned pong = 10;

    struct Frame {
        unsigned opcode = 0; // 0 when the connection is gone.
        std::string payload;
        bool compressed = false;
    };

    // As browsers do.
    static constexpr auto offers_deflate =
        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

    static std::string upgrade(std::string const& more = "", std::string const& target = "/ws",
                               std::string const& subprotocol = "koudmen.v1")
    {
        std::string request = "GET " + target +
                              " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
                              "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        if (!subprotocol.empty()) request += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
        return request + more + "\r\n";
    }

    explicit LivePhone(std::uint16_t port, int receive_buffer = 0, std::string const& more = "")
        : socket_(port, receive_buffer)
    {
        socket_.send(upgrade(more));
        auto const answer = read_answer(socket_);
        extensions = answer.header("sec-websocket-extensions");
        // The key's answer is the example of RFC 6455, section 1.3.
        open = answer.status == 101 &&
               answer.header("sec-websocket-accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    }

    // Any frame.
    bool send(unsigned opcode, std::string const& payload, bool last = true, bool masked = true,
              unsigned reserved = 0)
    {
        return socket_.send(framed(opcode, payload, last, masked, reserved));
    }

    // Frames made elsewhere, or parts of them.
    bool send_bytes(std::string_view bytes) { return socket_.send(bytes); }

    // The bytes of a frame. The mask changes nothing that is tested, so it is always the same.
    static std::string framed(unsigned opcode, std::string const& payload, bool last = true,
                              bool masked = true, unsigned reserved = 0)
    {
        std::string frame;
        frame += static_cast<char>((last ? 0x80U : 0U) | reserved << 4 | opcode);
        unsigned const mask_bit = masked ? 0x80U : 0U;
        auto const size = payload.size();
        auto const put = [&](unsigned bytes) {
            for (unsigned byte = bytes; byte-- > 0;) {
                frame += static_cast<char>((size >> (8 * byte)) & 0xFF);
            }
        };
        if (size < 126) {
            frame += static_cast<char>(mask_bit | size);
        } else if (size < 65'536) {
            frame += static_cast<char>(mask_bit | 126U);
            put(2);
        } else {
            frame += static_cast<char>(mask_bit | 127U);
            put(8);
        }
        if (!masked) return frame + payload;
        constexpr std::string_view mask = "\x12\x34\x56\x78";
        frame += mask;
        for (std::size_t at = 0; at < size; ++at) {
            frame += static_cast<char>(payload[at] ^ mask[at % mask.size()]);
        }
        return frame;
    }

    bool say(std::string const& message) { return send(text, message); }
    bool say(nlohmann::json const& message) { return say(message.dump()); }

    // Says hello as the holder of a credential; nobody's is an observer's.
    void hello(std::string const& board, std::string const& credential = "",
               std::string const& device = "phone", std::optional<std::uint64_t> position = {})
    {
        nlohmann::json message{{"type", "hello"},
                               {"version", 1},
                               {"board", board},
                               {"device", device + std::string(22 - device.size(), '_')}};
        if (!credential.empty()) message["credential"] = credential;
        if (position) message["position"] = *position;
        say(message);
    }

    // The next command of this device, which is answered in a state.
    std::uint64_t command(nlohmann::json const& what)
    {
        ++operation;
        unanswered_[operation] =
            nlohmann::json{{"type", "command"}, {"operation", operation}, {"command", what}};
        say(unanswered_[operation]);
        return operation;
    }

    Frame frame()
    {
        auto const head = socket_.read(2);
        if (head.size() < 2) return {};
        Frame frame{static_cast<unsigned char>(head[0]) & 0x0FU,
                    {},
                    (static_cast<unsigned char>(head[0]) & 0x40U) != 0};
        std::uint64_t size = static_cast<unsigned char>(head[1]) & 0x7FU;
        if (size >= 126) {
            auto const bytes = socket_.read(size == 126 ? 2 : 8);
            size = 0;
            for (char const byte : bytes) size = size << 8 | static_cast<unsigned char>(byte);
        }
        frame.payload = socket_.read(size);
        if (frame.payload.size() < size) return {};
        return frame;
    }

    // The next message; null when the connection ends first.
    nlohmann::json hear()
    {
        for (;;) {
            auto const next = frame();
            if (next.opcode == text && next.compressed) {
                ++compressed_heard;
                constexpr std::size_t most = 16 * 1024 * 1024;
                return nlohmann::json::parse(wire::inflated(next.payload, most).value_or("null"));
            }
            if (next.opcode == text) return nlohmann::json::parse(next.payload);
            if (next.opcode == close || next.opcode == 0) {
                remember_close(next);
                return nullptr;
            }
        }
    }

    // The next message of this type.
    nlohmann::json hear(std::string const& type)
    {
        for (;;) {
            auto message = hear();
            if (message.is_null() || message["type"] == type) return message;
        }
    }

    // The answer to a command: null when done, else the refusal. Sends again when the server says so.
    nlohmann::json answer_to(std::uint64_t asked)
    {
        for (;;) {
            auto const state = hear("state");
            if (state.is_null()) return "the connection is gone";
            std::optional<nlohmann::json> told;
            for (auto const& answer : state.value("answers", nlohmann::json::array())) {
                unanswered_.erase(answer["operation"]);
                if (answer["operation"] == asked) told = answer.value("refusal", nlohmann::json());
            }
            if (told) return *told;
            if (!state.value("resume", false)) continue;
            for (auto const& [number, message] : unanswered_) say(message);
        }
    }

    // Reads on until the server closes, and says with which code: 1006 when it just went away.
    unsigned close_code()
    {
        while (!closed_) {
            auto const next = frame();
            if (next.opcode == close || next.opcode == 0) remember_close(next);
        }
        return *closed_;
    }

    RawSocket& socket() { return socket_; }

    bool open = false;
    std::string extensions; // As the server answered.
    int compressed_heard = 0;
    std::uint64_t operation = 0;

private:
    void remember_close(Frame const& frame)
    {
        closed_ = 1006;
        if (frame.opcode != close || frame.payload.size() < 2) return;
        closed_ = static_cast<unsigned>(static_cast<unsigned char>(frame.payload[0])) << 8 |
                  static_cast<unsigned char>(frame.payload[1]);
        send(close, frame.payload.substr(0, 2));
    }

    RawSocket socket_;
    std::optional<unsigned> closed_;
    std::map<std::uint64_t, nlohmann::json> unanswered_;
};

} // namespace koudmen::tests
